namespace Sluice.Compiler.Bind;

/// <summary>The stages that one entry point runs, gathered from what needs them.</summary>
internal sealed class StageInclusion(StageResolutions resolutions, int stageCount)
{
    /// <summary>What a stage is needed by when no stage needs it: the entry point itself.</summary>
    public const int EntryPoint = -1;

    private readonly bool[] _included = new bool[stageCount];
    private readonly int[] _neededBy = new int[stageCount];

    /// <summary>The included stages, in order of declaration.</summary>
    public IEnumerable<int> Stages => Enumerable.Range(0, _included.Length).Where(Contains);

    public bool Contains(int stage) => _included[stage];

    /// <summary>The stage that a stage was included for, or <see cref="EntryPoint"/>.</summary>
    public int NeededBy(int stage) => _neededBy[stage];

    /// <summary>Includes a stage and, transitively, every stage that it takes a value from or that a condition of it asks.</summary>
    public void Include(int root)
    {
        var waiting = new Queue<int>();
        Add(root, EntryPoint);
        while (waiting.Count > 0)
        {
            var stage = waiting.Dequeue();
            foreach (var producer in resolutions.ProducersOf(stage))
            {
                Add(producer, stage);
            }
        }

        void Add(int stage, int neededBy)
        {
            if (!_included[stage])
            {
                _included[stage] = true;
                _neededBy[stage] = neededBy;
                waiting.Enqueue(stage);
            }
        }
    }
}
