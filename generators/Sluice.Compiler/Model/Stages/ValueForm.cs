namespace Sluice.Compiler.Model;

/// <summary>The form in which a value that may be absent is produced or taken.</summary>
internal enum ValueForm
{
    /// <summary>The value itself: it is always produced, or required.</summary>
    Plain,

    /// <summary><c>Optional&lt;T&gt;</c>: a value or skipped.</summary>
    Optional,

    /// <summary><c>Outcome&lt;T&gt;</c>: a value, skipped or failed.</summary>
    Outcome,

    /// <summary><c>T?</c>: a value or null.</summary>
    Nullable,
}
