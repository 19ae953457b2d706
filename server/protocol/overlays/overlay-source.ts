import type { Connection } from 'vscode-languageserver';
import { filledInOnceBuilt } from '../../application/configuration/configured-surroundings.ts';
import type { KnownFacts } from '../../application/facts/known-facts.ts';
import { builtText } from '../../application/kustomize/built-text.ts';
import { overlayFindings } from '../../application/kustomize/overlay-findings.ts';
import { asFilledIn } from '../../application/settings/settings.ts';
import type { KustomizeTools } from '../../charts/kustomize-tools.ts';
import { diagnosticsByFile, refusal } from '../../language/build-diagnostics.ts';
import { fetchedBy, filesThrough, type Layer, layersOf } from '../../manifest/kustomize/layers.ts';
import type { NearbyFile } from '../../manifest/kustomize/nearby-file.ts';
import { overlaysThrough } from '../../manifest/kustomize/overlays.ts';
import { textsIn } from '../../messages/render.ts';
import { decodedAddress } from '../../plain/decoded-address.ts';
import { type BuildSource, notBuilt } from '../builds/build-source.ts';
import { committedBuilds } from '../builds/committed-builds.ts';
import { overlayBuiltNotification } from './overlay-requests.ts';

interface Around {
  factsOf(uri: string): KnownFacts;
  /** Resolves when it is known what stands near a file. */
  know(uri: string): Promise<void>;
  nearbyOf(uri: string): readonly NearbyFile[];
}

/** Of a base that more overlays build upon the first ones are built. */
const mostOverlays = 10;

/**
 * Overlays as what the user's kubectl or kustomize makes manifests of, each by the address of its kustomization, without its escapes. What
 * holds no Job is not built, nor what would fetch something from the network: that is for who asks for it on the command line.
 */
export function overlaySource(connection: Connection, tools: KustomizeTools, { factsOf, know, nearbyOf }: Around): BuildSource {
  const committed = committedBuilds();
  return {
    unitsOf: (uri) => overlaysThrough(decodedAddress(uri), nearbyOf(uri)).slice(0, mostOverlays),
    know,
    async build(overlay, uri, settings, signal) {
      const texts = textsIn(settings.language);
      const path = tools.pathOf(overlay.replaceAll(/[%?#]/g, encodeURIComponent));
      const folder = path?.slice(0, path.lastIndexOf('/'));
      const layers = folder === undefined ? [] : layersOf(folder, tools.text);
      if (folder === undefined || path === undefined || !layers.some((layer) => holdsJob(layer, tools))) return notBuilt('left', undefined);
      const [fetched] = fetchedBy(layers, tools.isThere);
      if (fetched !== undefined) return notBuilt('left', texts('kustomize-fetches', { what: fetched }));
      const programs = { kubectl: settings.kubectl.path, kustomize: settings.kustomize.path };
      const ofCommit = { commitOf: () => tools.commitOf(folder), build: () => tools.committed(folder, { ...programs, signal }) };
      const before = settings.immutableFields ? committed(overlay, JSON.stringify(programs), ofCommit, signal) : undefined;
      const build = await tools.build(folder, { ...programs, signal });
      if (build.status === 'built') {
        const filled = asFilledIn(settings, filledInOnceBuilt(overlay, nearbyOf(uri)));
        const how = { settings: filled, facts: factsOf(uri), committed: await before };
        const { findings } = overlayFindings(build.documents, folder, tools.text, how, Date.now);
        return {
          status: 'built',
          message: undefined,
          diagnostics: diagnosticsByFile(findings, filesThrough(layers), texts, tools.uriOf),
          text(of, line) {
            const file = tools.pathOf(of) ?? '';
            return builtText(build.documents, file, tools.text(file) ?? '', line);
          },
        };
      }
      if (build.status === 'no-tool') return notBuilt('no-tool', texts('kustomize-no-tool', {}));
      const message =
        build.status === 'stopped' ? texts(`kustomize-${build.why}`, {}) : texts('kustomize-refused', { words: build.message });
      return notBuilt(build.status, message, new Map([[overlay, [refusal('kustomize-refused', lineNamed(message, layers[0]), message)]]]));
    },
    announce: (overlay) => void connection.sendNotification(overlayBuiltNotification, { overlay }),
  };
}

function holdsJob(layer: Layer, { text }: KustomizeTools): boolean {
  return filesThrough([layer]).some((file) => /\bJob\b|\bCronJob\b/.test(text(file) ?? ''));
}

/** The line of the kustomization that names what the tool could not take; its first where it names none. */
function lineNamed(message: string, kustomization: Layer | undefined): number {
  const named = [...message.matchAll(/'([^']+)'|path\(([^)]+)\)|\/([\w-]+)\.\[/g)].map(([, ...groups]) => groups.join(''));
  const lines = (kustomization?.text ?? '').split('\n');
  const at = lines.findIndex((line) => named.some((name) => name !== '' && line.includes(name)));
  return Math.max(0, at);
}
