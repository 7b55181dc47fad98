namespace AotProgram;

internal readonly record struct Priced(int Cents);
