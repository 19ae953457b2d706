import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { folderWith, writeFiles } from '../folder-with.ts';
import { jobWith } from '../manifests.ts';
import { printed, runIn } from './kubejob.ts';
import { fromDocs, pathWithKubejob, programAlongPath } from './other-editor.ts';

/** `KUBEJOB_EMACS`, or the Emacs along PATH; undefined where there is none, or one older than 29, which has no eglot of its own. */
const emacs = withEglot(programAlongPath('emacs', 'KUBEJOB_EMACS'));

function withEglot(path: string | undefined): string | undefined {
  if (path === undefined) return undefined;
  const library = execFileSync(path, ['-Q', '--batch', '--eval', '(princ (locate-library "eglot"))'], { encoding: 'utf8' });
  return library === 'nil' ? undefined : path;
}

/** Opens a manifest with eglot, and prints what Emacs has of it. */
const script = `
(require 'eglot)
(define-derived-mode yaml-mode prog-mode "YAML")
(load (expand-file-name "init.el"))
(setq eglot-sync-connect 120)
(defun wait-for (what)
  (let ((until (time-add nil 120)))
    (while (not (or (funcall what) (time-less-p until nil))) (accept-process-output nil 0.02))))
(defun code-of (one) (replace-regexp-in-string ".*\\\\[\\\\([a-z-]+\\\\)\\\\].*" "\\\\1" (flymake-diagnostic-text one)))
(defun told () (vconcat (mapcar (lambda (one) (list :line (line-number-at-pos (flymake-diagnostic-beg one)) :code (code-of one))) (flymake-diagnostics))))
(find-file "job.yaml")
(yaml-mode)
(call-interactively 'eglot)
(flymake-mode 1)
(flymake-start)
(wait-for (lambda () (seq-find (lambda (one) (equal (plist-get one :code) "immutable-change")) (told))))
(let* ((server (eglot-current-server))
       (document (list :uri (plist-get (eglot--TextDocumentIdentifier) :uri)))
       (ask (lambda (method &rest more) (jsonrpc-request server method (append (list :textDocument document) more))))
       (told (told))
       (hover (funcall ask :textDocument/hover :position '(:line 0 :character 2)))
       (offers (funcall ask :textDocument/completion :position '(:line 5 :character 2)))
       (titles (progn (goto-char (point-min))
                      (search-forward "completionz")
                      (mapcar (lambda (one) (plist-get one :title)) (eglot-code-actions (line-beginning-position) (line-end-position)))))
       (simulated (jsonrpc-request server :workspace/executeCommand
                    (list :command "kubejob.simulate" :arguments (vector (plist-get document :uri) '(:document 0))))))
  (princ (json-serialize
    (list :told told
          :hover (plist-get (plist-get hover :contents) :value)
          :titles (vconcat titles)
          :offered (length (if (vectorp offers) offers (plist-get offers :items)))
          :simulated simulated
          :shown (vconcat (mapcar 'buffer-name (buffer-list)))))))
(eglot-shutdown (eglot-current-server))
`;

describe.skipIf(emacs === undefined)('in Emacs, set up as docs/editors.md says', () => {
  test('a manifest has diagnostics, those of a committed Job too, hover, fixes, completion and its simulation', async () => {
    const folder = folderWith({ 'job.yaml': jobWith({ metadata: 'name: a', spec: 'completions: 4' }) });
    await printed('git', folder, 'init', '-q');
    await printed('git', folder, 'add', '.');
    await printed('git', folder, '-c', 'user.name=a', '-c', 'user.email=a@b.example', 'commit', '-q', '-m', 'a');
    const changed = jobWith({ metadata: 'name: a', spec: 'completions: 5' });
    const text = `${changed}---\n${jobWith({ metadata: 'name: b', spec: 'completionz: 3' })}`;
    const lineOf = (word: string) => 1 + text.split('\n').findIndex((line) => line.includes(word));
    writeFiles(folder, {
      'job.yaml': text,
      'init.el': fromDocs('Emacs', 'elisp').replace('(:settings', '(:trusted t :settings'),
      'drive.el': script,
    });
    const { out, error } = await runIn(emacs ?? '', folder, ['-Q', '--batch', '-l', 'drive.el'], '', {
      PATH: pathWithKubejob(folder),
      HOME: join(folder, 'home'),
    });
    expect(out, error).not.toBe('');
    const seen = JSON.parse(out);
    expect(seen.told).toContainEqual({ line: lineOf('completionz'), code: 'unknown-field' });
    expect(seen.told).toContainEqual({ line: lineOf('completions'), code: 'immutable-change' });
    expect(seen.hover).toContain('apiVersion');
    expect(seen.titles).toContain('Rename to completions');
    expect(seen.offered).toBeGreaterThan(5);
    expect(seen.simulated).toMatch(/^Job a: Complete after /);
    expect(seen.shown).toContain('a.simulation.txt');
  });
});
