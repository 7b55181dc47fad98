using Sluice.Compiler.Model;
using Sluice.Compiler.Rules;

namespace Sluice.Compiler.Bind.Guards;

/// <summary>
/// The stages that the guards' <c>Retry</c> names refer to. They are the same for every entry point, since the names
/// refer only to stages.
/// </summary>
internal sealed class GuardTable
{
    private readonly BindingTables _tables;
    private readonly FindingList _findings;
    private readonly Dictionary<int, IReadOnlyList<int>> _retried = [];

    public GuardTable(BindingTables tables, FindingList findings)
    {
        _tables = tables;
        _findings = findings;
        var stages = tables.Model.Stages;
        for (var stage = 0; stage < stages.Count; stage++)
        {
            if (stages[stage].Guard is { Retry: { } name })
            {
                _retried.Add(stage, tables.Names.Stages(name, stages[stage].Source));
            }
        }
    }

    /// <summary>Whether the pipeline has a guard that retries.</summary>
    public bool Any => _retried.Count > 0;

    /// <summary>Returns the index of the stage from which a guard repeats the run, or -1.</summary>
    public int Retried(int guard) =>
        _retried.TryGetValue(guard, out var found) && found.Count == 1 && found[0] != guard ? found[0] : -1;

    /// <summary>Whether the name in a guard does not identify exactly one other stage.</summary>
    public bool IsBroken(int guard) => _retried.ContainsKey(guard) && Retried(guard) < 0;

    /// <summary>Reports the name in a guard if it is invalid.</summary>
    public void Report(int guard)
    {
        if (!IsBroken(guard))
        {
            return;
        }

        var model = _tables.Model;
        var name = model.Stages[guard].Guard!.Retry!;
        var node = new NodeReference(NodeKind.Stage, guard);
        switch (_retried[guard].Count)
        {
            case 0 when _tables.Names.IsInput(name):
                Add("it is an input, which is the same in every attempt. Name a stage that comes before the guard.");
                break;

            // The name may be that of a malformed stage, which has a finding of its own.
            case 0 when _findings.HasRejectedStages:
                break;
            case 0:
                Add(
                    "it is not a stage of the pipeline. "
                        + NearestNames.Suggest(
                            _tables,
                            name,
                            NameFindings.StageNames(model),
                            "Name a stage that comes before the guard."
                        )
                );
                break;
            case 1:
                Add("it is the guard itself. Name a stage that comes before it.");
                break;
            default:
                _findings.Add(
                    Rule.AmbiguousName,
                    node,
                    name,
                    $"[Guard] on stage '{model.Stages[guard].Name}'",
                    Phrases.List([.. _retried[guard].Select(index => model.Stages[index].Name)], "and"),
                    model.Stages[_retried[guard][0]].Name
                );
                break;
        }

        void Add(string reason) => _findings.Add(Rule.GuardCannotRetry, node, model.Stages[guard].Name, name, reason);
    }
}
