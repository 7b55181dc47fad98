namespace Sluice.Compiler.Model;

/// <summary>The part of the world that can see a type.</summary>
internal enum TypeVisibility
{
    /// <summary>Only part of the assembly.</summary>
    Private,

    /// <summary>The whole assembly.</summary>
    Internal,

    /// <summary>Every assembly.</summary>
    Public,
}
