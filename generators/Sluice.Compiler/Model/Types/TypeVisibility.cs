namespace Sluice.Compiler.Model;

/// <summary>Who can see a type.</summary>
internal enum TypeVisibility
{
    /// <summary>Only part of the assembly.</summary>
    Private,

    /// <summary>The whole assembly.</summary>
    Internal,

    /// <summary>Everybody.</summary>
    Public,
}
