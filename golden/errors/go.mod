// The projects below are input: none of their files is part of rttgen.
module example.com/app

go 1.23
