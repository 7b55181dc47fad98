namespace Sluice.Compiler.Model;

/// <summary>What a method requires of the program that calls it, by the attributes <c>[Requires…]</c> that say so.</summary>
[Flags]
internal enum CallRequirement
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>That no code is trimmed.</summary>
    UnreferencedCode = 1,

    /// <summary>That code can be made at run time.</summary>
    DynamicCode = 2,

    /// <summary>That assemblies are files of their own.</summary>
    AssemblyFiles = 4,
}
