using System.ComponentModel;

namespace Sluice.CompilerServices;

/// <summary>What a guard declares. Made once for each guard.</summary>
/// <param name="Guard">Its name.</param>
/// <param name="Attempts">How often what it guards runs at most.</param>
/// <param name="Timeout">How long after the first start a further attempt may begin, or nothing for no limit.</param>
/// <param name="AllowsNoProgress">Whether attempts go on although the retried stage gave the same value again.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record GuardSettings(string Guard, int Attempts, TimeSpan Timeout, bool AllowsNoProgress);
