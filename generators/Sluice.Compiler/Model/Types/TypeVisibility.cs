namespace Sluice.Compiler.Model;

/// <summary>The code that can see a type.</summary>
internal enum TypeVisibility
{
    /// <summary>Part of the assembly.</summary>
    Private,

    /// <summary>The whole assembly.</summary>
    Internal,

    /// <summary>Every assembly.</summary>
    Public,
}
