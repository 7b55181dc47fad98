namespace Sluice.Compiler.Lower;

/// <summary>When the stream of an entry point is read.</summary>
internal enum StreamReading
{
    /// <summary>The entry point does not stream.</summary>
    None,

    /// <summary>When all stages have ended. The reader ends the run.</summary>
    Afterwards,

    /// <summary>While stages are under way. The run object hands the stream over and ends the run.</summary>
    Meanwhile,
}
