using Sluice.Compiler.Model;

namespace Sluice.Compiler.Bind;

/// <summary>
/// Determines whether an effect or a guard can be added to the stages of an entry point without adding a producer.
/// </summary>
internal sealed class AvailableValues(BindingTables tables, StageResolutions resolutions, StageInclusion inclusion)
{
    private readonly HashSet<int> _asked = [];

    /// <summary>
    /// Returns the place at which an effect needs a value that is not available, or <see langword="null"/> if there is
    /// none.
    /// </summary>
    /// <param name="effect">The effect. A method that its condition names is called for the effect alone.</param>
    /// <param name="leftOut">Receives the optional parameters of both that have no value.</param>
    public Gap? Find(int effect, List<Gap> leftOut)
    {
        _asked.Clear();
        return FindGap(effect, leftOut);
    }

    /// <summary>
    /// Returns the part of a resolution that an optional parameter can take without adding a producer.
    /// </summary>
    public Resolution AtHand(Gap parameter, Resolution found) =>
        IsAtHand(found, tables.Model.Stages[parameter.Stage], parameter.Parameter)
            ? found
            : found.Among(inclusion.Contains);

    private Gap? FindGap(int stage, List<Gap> leftOut)
    {
        var model = tables.Model.Stages[stage];
        var found = resolutions.Of(stage);
        for (var index = 0; index < found.Count; index++)
        {
            if (IsAtHand(found[index], model, index))
            {
                continue;
            }

            if (!LackingStages.CanDoWithout(found[index], model.Parameters[index]))
            {
                return new Gap(stage, index);
            }

            leftOut.Add(new Gap(stage, index));
        }

        var conditions = resolutions.ConditionsOf(stage);
        for (var index = 0; index < conditions.Count; index++)
        {
            if (!IsDecidable(conditions[index], leftOut, out var gap))
            {
                return gap ?? new Gap(stage, -1, index);
            }
        }

        return null;
    }

    // An ambiguous or invalid resolution counts as available if one of its candidates is, because it is then a mistake
    // rather than an absence.
    private bool IsAtHand(Resolution resolution, StageModel stage, int parameter) =>
        resolution.Kind switch
        {
            ResolutionKind.Bound => resolution.Stages.All(inclusion.Contains),
            ResolutionKind.Ambiguous
            or ResolutionKind.AmbiguousName
            or ResolutionKind.NoCollection
            or ResolutionKind.OneOfResults => resolution.Candidates.Any(IsAtHand)
                && !LackingStages.IsAbsence(tables, resolution, stage, parameter),
            _ => !LackingStages.IsAbsence(tables, resolution, stage, parameter),
        };

    private bool IsAtHand(Binding candidate) =>
        candidate.Kind == BindingKind.Input || inclusion.Contains(candidate.Index);

    private bool IsDecidable(ConditionResolution condition, List<Gap> leftOut, out Gap? gap)
    {
        gap = null;
        switch (condition.Source.Kind)
        {
            case ResolutionKind.InputOfOthers:
                return false;
            case ResolutionKind.AmbiguousName:
                return condition.Source.Candidates.Any(IsAtHand);
            default:
                return condition.Stage < 0
                    || inclusion.Contains(condition.Stage)
                    || (
                        tables.Model.Stages[condition.Stage].IsCondition
                        && IsCallable(condition.Stage, leftOut, out gap)
                    );
        }
    }

    // Methods whose conditions name each other are a mistake that is reported when they are included.
    private bool IsCallable(int method, List<Gap> leftOut, out Gap? gap)
    {
        gap = _asked.Add(method) ? FindGap(method, leftOut) : null;
        return gap is null;
    }
}
