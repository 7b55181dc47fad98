namespace Sluice.Compiler.Model;

/// <summary>The way in which an entry point delivers its output.</summary>
internal enum Delivery
{
    /// <summary>The output itself; a failure is thrown.</summary>
    Value,

    /// <summary>A <c>PipelineResult&lt;T&gt;</c>; nothing is thrown.</summary>
    Result,

    /// <summary>A stream that the caller reads while it is produced.</summary>
    Stream,
}
