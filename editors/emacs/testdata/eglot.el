;; Does with a file what a user does: sees the finding, fixes it, completes, renames, lays out, and compiles.
(add-to-list 'load-path (or (car (file-expand-wildcards "/usr/share/emacs/site-lisp/elpa/eglot*")) "."))
(dolist (folder (file-expand-wildcards "/usr/share/emacs/site-lisp/elpa/*")) (add-to-list 'load-path folder))
(require 'ork-mode)
(require 'eglot)
(setq eglot-sync-connect 10 eglot-confirm-server-initiated-edits nil
      make-backup-files nil create-lockfiles nil vc-handled-backends nil)

;; The user says yes where Eglot asks whether it may write a file that is not open.
(fset 'y-or-n-p (lambda (&rest _) t))

(defun wait-for (what condition)
  (let ((end (+ (float-time) 10)))
    (while (and (not (funcall condition)) (< (float-time) end)) (accept-process-output nil 0.05))
    (or (funcall condition) (error "timed out: %s" what))))

(defun say (text) (princ (concat text "\n")))

(defun require-text (what want)
  (unless (string= (buffer-string) want) (error "after %s: %S" what (buffer-string)))
  (say what))

(defun come-to-rest () "Do what Emacs does as soon as nobody types; in a batch nobody ever rests."
  (eglot--signal-textDocument/didChange))

(find-file (getenv "ORK_FILE"))
(unless (eq major-mode 'ork-mode) (error "opened in %s" major-mode))
(let ((project-find-functions (list (lambda (folder) (cons 'transient folder)))))
  (apply #'eglot (eglot--guess-contact)))

(flymake-mode 1)
(flymake-start)
(wait-for "the finding" #'flymake-diagnostics)
(let ((text (flymake-diagnostic-text (car (flymake-diagnostics)))))
  (unless (string-match-p "capture errors with a tuple: (z, g)" text) (error "the finding is %s" text)))
(say "found")

(goto-char (point-min))
(search-forward "[z")
(let ((fix (seq-find (lambda (action) (string-match-p "^capture errors" (plist-get action :title)))
                     (eglot-code-actions (point) (point) nil nil))))
  (eglot--apply-workspace-edit (plist-get fix :edit)))
(require-text "fixed" "task x\ntask y\ntask z\ntask g\n\nx >> y >> (z, g)\n")

(come-to-rest)
(search-forward "g")
(eglot-rename "last_step")
(require-text "renamed" "task x\ntask y\ntask z\ntask last_step\n\nx >> y >> (z, last_step)\n")

(come-to-rest)
(goto-char (point-max))
(insert "\nworkflow w {\n    x >> la")
(come-to-rest)
(let* ((data (eglot-completion-at-point))
       (offered (all-completions "la" (nth 2 data))))
  (unless (member "last_step" (mapcar #'substring-no-properties offered)) (error "completes with %S" offered)))
(say "completed")
(insert "st_step\n      >>   y\n}\n")

(come-to-rest)
(eglot-format-buffer)
(come-to-rest)
(require-text "formatted"
              "task x\ntask y\ntask z\ntask last_step\n\nx >> y >> (z, last_step)\n\nworkflow w {\n    x\n        >> last_step\n        >> y\n}\n")

(search-backward "last_step")
(let* ((emit (seq-find (lambda (action) (string= (plist-get action :kind) "source.emit.asl"))
                       (eglot-code-actions (point) (point) "source.emit.asl" nil))))
  (eglot--apply-workspace-edit (plist-get emit :edit)))
(let ((compiled (find-buffer-visiting (expand-file-name "w.asl.json"))))
  (unless (and compiled (with-current-buffer compiled (string-match-p "\"StartAt\": \"x\"" (buffer-string))))
    (error "nothing is compiled"))
  (with-current-buffer compiled (set-buffer-modified-p nil)))
(say "compiled")
(set-buffer-modified-p nil)
(eglot-shutdown (eglot-current-server))
