#include <iostream>  // sets up the standard streams, as every C++ program does

/// Does nothing, linked as gridvisit is: what a process costs before it begins.
int main() {}
