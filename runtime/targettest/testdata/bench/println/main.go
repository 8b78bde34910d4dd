package main

func main() { println("hello, RT-Thread go") }
