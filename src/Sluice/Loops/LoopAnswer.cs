namespace Sluice;

/// <summary>The kinds of answers of a decision.</summary>
internal enum LoopAnswer
{
    /// <summary>The default value, which is no answer.</summary>
    None,

    /// <summary>A further round.</summary>
    Again,

    /// <summary>The end of the loop.</summary>
    Done,
}
