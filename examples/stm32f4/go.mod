module example.com/stm32f4

go 1.22
