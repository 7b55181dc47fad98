using Sluice.DifferentialTests.Graphs;

namespace Sluice.DifferentialTests.Execution;

/// <summary>Pipelines that were compiled in memory, with the generator, and loaded. They stay in memory, which is little.</summary>
internal sealed class CompiledBatch
{
    private readonly Dictionary<ulong, PipelineUnderTest> _pipelines = [];

    public CompiledBatch(IReadOnlyCollection<PipelineShape> pipelines)
    {
        var assembly = InMemoryCompiler.Load(PipelineSource.File(pipelines));
        foreach (var pipeline in pipelines)
        {
            var adapter = assembly.GetType($"Batch.{pipeline.ClassName}Adapter", throwOnError: true)!;
            _pipelines.Add(pipeline.Seed, (PipelineUnderTest)Activator.CreateInstance(adapter)!);
        }
    }

    public PipelineUnderTest this[PipelineShape pipeline] => _pipelines[pipeline.Seed];
}
