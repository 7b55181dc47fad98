namespace AotProgram;

internal enum Weight
{
    Light,
    Medium,
    Heavy,
}
