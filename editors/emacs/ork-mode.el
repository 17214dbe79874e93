;;; ork-mode.el --- Ork, which composes functions into Step Functions workflows  -*- lexical-binding: t; -*-

;; Version: 0.1.0
;; Package-Requires: ((emacs "26.3"))
;; Keywords: languages
;; URL: https://github.com/orkls/orkls

;;; Commentary:

;; A major mode for .ork files: colours, indentation, comments.  With Eglot, `M-x eglot' starts the language server
;; `orkls': findings, quick fixes, completion, renaming, formatting, and compiled workflows.

;;; Code:

(defgroup ork nil
  "Editing Ork."
  :group 'languages)

(defcustom ork-indent-offset 4
  "How many columns a bracket, or a step on a line of its own, is indented."
  :type 'natnum
  :safe #'natnump)

(defcustom ork-server-command '("orkls")
  "The command that starts the language server."
  :type '(repeat string))

(defvar ork-mode-syntax-table
  (let ((table (make-syntax-table)))
    (modify-syntax-entry ?_ "w" table)
    (modify-syntax-entry ?# "<" table)
    (modify-syntax-entry ?\n ">" table)
    (modify-syntax-entry ?\" "\"" table)
    (modify-syntax-entry ?\\ "\\" table)
    (modify-syntax-entry ?$ "'" table)
    (modify-syntax-entry ?% "." table)
    (dolist (operator '(?> ?< ?= ?! ?* ?, ?: ?. ?-))
      (modify-syntax-entry operator "." table))
    table)
  "Syntax of Ork.")

(defvar ork-font-lock-keywords
  `(("\\_<task\\s-+\\(\\(?:\\sw\\|\\s_\\)+\\)" 1 font-lock-function-name-face)
    ("\\_<workflow\\s-+\\(\\(?:\\sw\\|\\s_\\)+\\)" 1 font-lock-type-face)
    ("\\(\\_<\\(?:\\sw\\|\\s_\\)+\\_>\\)\\s-*:" 1 font-lock-variable-name-face)
    (,(regexp-opt '("import" "compose" "task" "workflow" "map" "if" "else" "wait" "until" "pass" "succeed" "fail"
                    "retry" "catch" "as" "end" "next" "and" "or" "not" "is" "matches")
                  'symbols)
     . font-lock-keyword-face)
    (,(regexp-opt '("true" "false" "null") 'symbols) . font-lock-constant-face)
    ("\\$\\$?\\(?:[[:alpha:]_][[:alnum:]_]*\\)?\\(?:\\.\\.?[[:alnum:]_*-]+\\|\\[[^]\n]*\\]\\)*" . font-lock-variable-name-face)
    ("\\_<[0-9]+\\(?:\\.[0-9]+\\)?\\(?:ms\\|[smhd]\\)?\\_>" . font-lock-constant-face)
    ("orklint:ignore\\(?:-file\\)?" 0 font-lock-warning-face prepend))
  "Colours of Ork before, and without, the language server.")

(defun ork--continues-p (opener)
  "Tell whether the line goes on with a chain; OPENER is the bracket around it.
It does where it begins with >>, or with a jump behind such a line, or is a
comment on what does."
  (save-excursion
    (forward-comment (buffer-size))
    (or (looking-at-p ">>")
        (and (looking-at-p "->")
             (ork--line-before opener)
             (looking-at-p ">>")))))

(defun ork--line-before (opener)
  "Go to the text of the last line above that stands in OPENER itself.
Return nil if there is none."
  (let (found)
    (while (and (not found) (zerop (forward-line -1)))
      (let ((around (nth 1 (syntax-ppss (line-beginning-position)))))
        (back-to-indentation)
        (setq found (and (eq around opener) (not (looking-at-p "#\\|$"))))))
    found))

(defun ork-indentation ()
  "Return the column that the current line begins at; nil inside a string."
  (save-excursion
    (back-to-indentation)
    (let* ((state (save-excursion (syntax-ppss (line-beginning-position))))
           (opener (nth 1 state))
           (outer (if opener (save-excursion (goto-char opener) (current-indentation)) 0)))
      (cond ((nth 3 state) nil)
            ((and opener (looking-at-p "[])}]")) outer)
            (t (+ (if opener (+ outer ork-indent-offset) 0)
                  (if (ork--continues-p opener) ork-indent-offset 0)))))))

(defun ork-indent-line ()
  "Indent the current line by the brackets around it."
  (interactive)
  (let ((column (ork-indentation)))
    (if (not column)
        'noindent
      (if (<= (current-column) (current-indentation))
          (indent-line-to column)
        (save-excursion (indent-line-to column))))))

;;;###autoload
(define-derived-mode ork-mode prog-mode "Ork"
  "Major mode for Ork."
  (setq-local comment-start "# ")
  (setq-local comment-start-skip "#+\\s-*")
  (setq-local font-lock-defaults '(ork-font-lock-keywords))
  (setq-local indent-line-function #'ork-indent-line)
  (setq-local indent-tabs-mode nil)
  (setq-local tab-width ork-indent-offset)
  (setq-local electric-indent-chars (append "})]>" electric-indent-chars)))

;;;###autoload
(add-to-list 'auto-mode-alist '("\\.ork\\'" . ork-mode))

(defvar eglot-server-programs)
(with-eval-after-load 'eglot
  (add-to-list 'eglot-server-programs (cons 'ork-mode ork-server-command)))

(provide 'ork-mode)

;;; ork-mode.el ends here
