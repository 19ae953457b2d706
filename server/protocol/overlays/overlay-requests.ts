/** Notification to the editor: an overlay was built anew; its kustomization by its address. */
export const overlayBuiltNotification = 'kubejob/overlayBuilt';
