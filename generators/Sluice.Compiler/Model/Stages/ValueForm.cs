namespace Sluice.Compiler.Model;

/// <summary>In which form a value is produced or taken that may be absent.</summary>
internal enum ValueForm
{
    /// <summary>As it is: it is produced, and needed.</summary>
    Plain,

    /// <summary>As <c>Optional&lt;T&gt;</c>: a value or skipped.</summary>
    Optional,

    /// <summary>As <c>Outcome&lt;T&gt;</c>: a value, skipped or failed.</summary>
    Outcome,

    /// <summary>As <c>T?</c>: a value or null.</summary>
    Nullable,
}
