autocmd BufRead,BufNewFile *.ork setfiletype ork
