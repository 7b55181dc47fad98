namespace Sluice.Compiler.Model;

/// <summary>
/// The requirements that a method places on the program that calls it, as its <c>[Requires…]</c> attributes state them.
/// </summary>
[Flags]
internal enum CallRequirement
{
    /// <summary>No requirement.</summary>
    None = 0,

    /// <summary>Code must not be trimmed.</summary>
    UnreferencedCode = 1,

    /// <summary>Code generation must be available at run time.</summary>
    DynamicCode = 2,

    /// <summary>Assemblies must exist as files.</summary>
    AssemblyFiles = 4,
}
