" Colours for Ork before, and without, the language server.
if exists('b:current_syntax')
  finish
endif

syntax keyword orkDeclaration import compose task workflow
syntax keyword orkControl map if else wait until pass succeed fail retry catch as end next
syntax keyword orkOperator and or not is matches
syntax keyword orkConstant true false null
syntax match orkArrow />>\|->/
syntax match orkComparison /[=!<>]=\|[<>]\%([<>]\)\@!/
syntax match orkNumber /\<-\?\d\+\%(\.\d\+\)\?\%([eE][+-]\?\d\+\)\?\%(ms\|[smhd]\)\?\>/
syntax match orkPath /\$\$\?\%([A-Za-z_][A-Za-z0-9_]*\)\?\%(\.\.\?[A-Za-z0-9_*-]\+\|\[[^]]*\]\)*/
syntax match orkKey /\<[A-Za-z_][A-Za-z0-9_]*\ze\s*:/
syntax match orkEscape /\\\%(u\x\{4}\|["\\\/bfnrt]\)/ contained
syntax match orkSubstitution /\${[^}]*}/ contained
syntax region orkString start=/"/ skip=/\\./ end=/"/ oneline contains=orkEscape,orkSubstitution
syntax region orkJsonata start=/{%/ end=/%}/
syntax match orkComment /#.*$/ contains=@Spell
syntax match orkDocumentation /##.*$/ contains=@Spell
syntax match orkIgnore /orklint:ignore\%(-file\)\?/ contained containedin=orkComment

highlight default link orkDeclaration Keyword
highlight default link orkControl Conditional
highlight default link orkOperator Operator
highlight default link orkConstant Boolean
highlight default link orkArrow Operator
highlight default link orkComparison Operator
highlight default link orkNumber Number
highlight default link orkPath Identifier
highlight default link orkKey Label
highlight default link orkEscape SpecialChar
highlight default link orkSubstitution PreProc
highlight default link orkString String
highlight default link orkJsonata Special
highlight default link orkComment Comment
highlight default link orkDocumentation SpecialComment
highlight default link orkIgnore Todo

let b:current_syntax = 'ork'
