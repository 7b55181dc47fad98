using Microsoft.CodeAnalysis;
using Sluice.Compiler.Model;
using Sluice.Compiler.Rules;

namespace Sluice.Compiler.Parse;

/// <summary>
/// Adds the plain methods that conditions name to the stages. A name is resolved from the inside out: first a stage of
/// the same source, then an input, then a method of the same source. Binding resolves the names of other sources, which
/// come last.
/// </summary>
internal sealed class ConditionMethods
{
    private readonly ParseContext _context;
    private readonly IReadOnlyList<SourceSymbol> _sources;
    private readonly StageParser _stages;
    private readonly HashSet<string> _inputs;
    private readonly HashSet<string> _stageNames = new(StringComparer.Ordinal);
    private readonly HashSet<(int Source, string Name)> _ownStageNames = [];
    private readonly Dictionary<(int Source, string Name), string> _added = [];

    /// <summary>Creates the search for the condition methods of one pipeline.</summary>
    /// <param name="context">The state that the parsers share.</param>
    /// <param name="sources">The sources of stages.</param>
    /// <param name="stages">The stages; condition methods are added to them.</param>
    /// <param name="entryPoints">The entry points; a condition may name their inputs.</param>
    public ConditionMethods(
        ParseContext context,
        IReadOnlyList<SourceSymbol> sources,
        StageParser stages,
        EquatableArray<EntryPointModel> entryPoints
    )
    {
        (_context, _sources, _stages) = (context, sources, stages);
        _inputs = new HashSet<string>(
            entryPoints.SelectMany(entryPoint => entryPoint.Inputs).Select(input => input.Name),
            StringComparer.Ordinal
        );
    }

    /// <summary>Adds all condition methods, including those that added methods name in their own conditions.</summary>
    public void Add(CancellationToken cancellationToken)
    {
        if (_stages.Models.TrueForAll(stage => stage.Conditions.Count == 0))
        {
            return;
        }

        foreach (var stage in _stages.Models)
        {
            _ = _ownStageNames.Add((stage.Source, stage.SimpleName));
            _ = _ownStageNames.Add((stage.Source, StageNames.Simple(stage.MethodName)));
            _ = _stageNames.Add(stage.SimpleName);
            _ = _stageNames.Add(StageNames.Simple(stage.MethodName));
        }

        for (var index = 0; index < _stages.Models.Count; index++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            foreach (var condition in _stages.Models[index].Conditions)
            {
                Add(index, condition, cancellationToken);
            }
        }
    }

    private void Add(int index, ConditionModel condition, CancellationToken cancellationToken)
    {
        var stage = _stages.Models[index];
        var simpleName = StageNames.Simple(condition.Name);
        if (_ownStageNames.Contains((stage.Source, simpleName)) || _inputs.Contains(condition.Name))
        {
            return;
        }

        var source = _sources[stage.Source];
        var candidates = Candidates(source, condition.Name, cancellationToken);
        if (candidates.Count == 0)
        {
            return;
        }

        var method = candidates[0].Method;
        if (_added.TryGetValue((stage.Source, simpleName), out var added) && added == method.Name)
        {
            return;
        }

        ParameterAttributes[] parameters = [.. method.Parameters.Select(ParameterAttributes.Of)];
        if (UnresolvedTypes.ReasonAgainst(method, out _) is { } unresolved)
        {
            _context.ReportOfCompiler(
                Rule.InvalidCondition,
                new NodeReference(NodeKind.Stage, index),
                [stage.SimpleName, condition.Name, unresolved],
                StageParser.SourceNode(stage.Source)
            );
            return;
        }

        var reason = added is null
            ? ReasonAgainst(candidates, source, parameters, cancellationToken)
            : $"it differs from condition '{added}' only by the suffix 'Async', which is ignored: rename one of the methods";
        if (reason is null)
        {
            _added.Add((stage.Source, simpleName), method.Name);
            _stages.Add(stage.Source, simpleName, method, StageAttributes.Of(method), parameters, isCondition: true);
        }
        else if (!_stageNames.Contains(simpleName))
        {
            _context.Report(
                Rule.InvalidCondition,
                new NodeReference(NodeKind.Stage, index),
                [stage.SimpleName, condition.Name, reason],
                StageParser.SourceNode(stage.Source)
            );

            // The condition is removed, so that binding does not report its name again.
            _stages.Models[index] = stage with
            {
                Conditions = stage.Conditions.Where(other => other != condition).ToEquatableArray(),
            };
        }
    }

    /// <summary>
    /// Returns the methods that the name may mean: those with exactly that name, otherwise those whose name differs by
    /// the suffix <c>Async</c>.
    /// </summary>
    private List<StageCandidate> Candidates(SourceSymbol source, string name, CancellationToken cancellationToken)
    {
        foreach (var spelling in StageNames.Spellings(name))
        {
            var candidates = StageCollector.Methods(source.Type, spelling, cancellationToken);

            // A malformed stage has a finding of its own.
            if (candidates.Exists(candidate => StageAttributes.Of(candidate.Method).Stage is not null))
            {
                return [];
            }

            if (candidates.Count > 0)
            {
                var callable = candidates.FindAll(candidate => candidate.IsCallable(_context, source));
                return callable.Count > 0 ? callable : candidates;
            }
        }

        return [];
    }

    private string? ReasonAgainst(
        List<StageCandidate> candidates,
        SourceSymbol source,
        ParameterAttributes[] parameters,
        CancellationToken cancellationToken
    )
    {
        var method = candidates[0].Method;
        if (!candidates[0].IsCallable(_context, source))
        {
            return $"the pipeline cannot call the method in '{TypeNames.Short(method.ContainingType)}': make it accessible";
        }

        if (candidates.Count > 1)
        {
            var overloads = candidates.Select(candidate => TypeNames.Overload(candidate.Method));
            return $"several methods have the name, {string.Join(" and ", overloads)}: rename the one that the condition means";
        }

        if (EntryPointRecognizer.IsEntryPoint(method, cancellationToken))
        {
            return "it is an entry point, which starts a run of its own: name a stage, an input or a plain method";
        }

        if (ReturnType.Of(method).Output is not { SpecialType: SpecialType.System_Boolean })
        {
            return $"the method returns '{TypeNames.Short(method.ReturnType)}', but a condition must "
                + "be a 'bool': return 'bool', or mark it with [Stage] and compare its value";
        }

        // A condition is evaluated once per run.
        return Array.Exists(parameters, parameter => parameter.Each is not null)
            ? "the method takes single elements, but a condition applies to the whole run: take the collection"
            : StageFault.Of(_context, method, source, method.Name, parameters).FirstOrDefault()?.Reason;
    }
}
