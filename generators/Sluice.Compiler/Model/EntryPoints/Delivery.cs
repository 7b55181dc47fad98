namespace Sluice.Compiler.Model;

/// <summary>As what an entry point gives its output.</summary>
internal enum Delivery
{
    /// <summary>As it is; a failure is thrown.</summary>
    Value,

    /// <summary>In a <c>PipelineResult&lt;T&gt;</c>; nothing is thrown.</summary>
    Result,

    /// <summary>As a stream that the caller reads while it is produced.</summary>
    Stream,
}
