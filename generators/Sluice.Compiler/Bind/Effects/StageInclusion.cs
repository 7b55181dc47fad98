namespace Sluice.Compiler.Bind;

/// <summary>The stages that one entry point runs, collected from their uses.</summary>
internal sealed class StageInclusion(StageResolutions resolutions, int stageCount)
{
    /// <summary>The value of <see cref="NeededBy"/> for a stage that is needed by the entry point itself.</summary>
    public const int EntryPoint = -1;

    private readonly bool[] _included = new bool[stageCount];
    private readonly int[] _neededBy = new int[stageCount];

    /// <summary>The included stages in declaration order.</summary>
    public IEnumerable<int> Stages => Enumerable.Range(0, _included.Length).Where(Contains);

    public bool Contains(int stage) => _included[stage];

    /// <summary>Returns the stage for which another stage was included, or <see cref="EntryPoint"/>.</summary>
    public int NeededBy(int stage) => _neededBy[stage];

    /// <summary>Includes a stage and, transitively, every stage whose value its parameters or conditions use.</summary>
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
