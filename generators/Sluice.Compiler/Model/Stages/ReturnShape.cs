namespace Sluice.Compiler.Model;

/// <summary>How a method gives back what it produces.</summary>
internal enum ReturnShape
{
    /// <summary><c>T</c>, or <c>void</c> where there is no output.</summary>
    Synchronous,

    /// <summary><c>Task&lt;T&gt;</c>, or <c>Task</c> where there is no output.</summary>
    Task,

    /// <summary><c>ValueTask&lt;T&gt;</c>, or <c>ValueTask</c> where there is no output.</summary>
    ValueTask,
}
