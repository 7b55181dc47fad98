namespace Sluice.Compiler.Bind.Production;

/// <summary>Finds stages that never run in the same run, such as those of different branches.</summary>
internal sealed class MutualExclusion
{
    /// <summary>
    /// The maximum number of conditional stages that are compared, since comparing all pairs takes quadratic time.
    /// </summary>
    private const int MostStages = 128;

    private readonly DecisionDiagram _diagram;
    private readonly ProductionFormulas _formulas;
    private readonly List<int> _conditional;

    public MutualExclusion(DecisionDiagram diagram, ProductionFormulas formulas, int stages)
    {
        _diagram = diagram;
        _formulas = formulas;
        _conditional =
        [
            .. Enumerable
                .Range(0, stages)
                .Where(stage => formulas.Runs(stage) is not (DecisionDiagram.True or DecisionDiagram.Overflow))
                .Take(MostStages),
        ];
    }

    /// <summary>Returns the stages that never run together with a stage, in ascending order.</summary>
    public IEnumerable<int> Of(int stage) =>
        _conditional.Contains(stage)
            ? _conditional.Where(other =>
                other != stage && _diagram.And(_formulas.Runs(stage), _formulas.Runs(other)) == DecisionDiagram.False
            )
            : [];
}
