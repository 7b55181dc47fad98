namespace Sluice.Compiler.Model;

/// <summary>The way in which a method returns its output.</summary>
internal enum ReturnShape
{
    /// <summary><c>T</c>, or <c>void</c> if there is no output.</summary>
    Synchronous,

    /// <summary><c>Task&lt;T&gt;</c>, or <c>Task</c> if there is no output.</summary>
    Task,

    /// <summary><c>ValueTask&lt;T&gt;</c>, or <c>ValueTask</c> if there is no output.</summary>
    ValueTask,
}
