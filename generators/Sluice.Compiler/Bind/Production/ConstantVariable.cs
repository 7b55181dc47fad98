using Sluice.Compiler.Model;

namespace Sluice.Compiler.Bind.Production;

/// <summary>
/// The values of a stage or input that is compared with constants. Each constant that a condition names is one value,
/// and all others together are one more.
/// </summary>
internal sealed class ConstantVariable : ConditionVariable
{
    private readonly RouteKind _kind;
    private readonly IReadOnlyList<ConstantModel> _constants;
    private readonly IReadOnlyList<ConstantModel> _otherMembers;
    private readonly bool _hasOther;

    /// <summary>Creates the variable.</summary>
    /// <param name="source">The stage or input.</param>
    /// <param name="name">Its name.</param>
    /// <param name="type">Its type.</param>
    /// <param name="conditions">The conditions that compare its value.</param>
    public ConstantVariable(Binding source, string name, TypeModel type, IEnumerable<BoundCondition> conditions)
        : base(source, name)
    {
        _kind = type.Route;
        var isClosed = _kind == RouteKind.Enum && type.Members.Count > 0;

        // A number without an enum member cannot occur: the stage that returns it fails.
        _constants =
        [
            .. conditions
                .SelectMany(condition => condition.Values)
                .GroupBy(constant => constant.Key)
                .Select(equal => equal.First())
                .Where(constant => !isClosed || type.Members.Any(member => member.Key == constant.Key)),
        ];
        _otherMembers = [.. type.Members.Where(member => _constants.All(constant => constant.Key != member.Key))];
        _hasOther =
            isClosed ? _otherMembers.Count > 0
            : _kind == RouteKind.Boolean ? _constants.Count < 2
            : true;
        Size = _constants.Count + (_hasOther ? 1 : 0);
    }

    /// <summary>
    /// The number of values. If there are other values than the constants, the last one stands for all of them.
    /// </summary>
    public override int Size { get; }

    /// <inheritdoc/>
    public override ValueSet Values(BoundCondition condition)
    {
        var values = ValueSet.None;
        for (var value = 0; value < _constants.Count; value++)
        {
            if (condition.Values.Any(constant => constant.Key == _constants[value].Key))
            {
                values = values.Union(ValueSet.Of(value));
            }
        }

        return condition.IsNegated ? values.Complement(Size) : values;
    }

    /// <inheritdoc/>
    public override BoundCondition Condition(ValueSet values)
    {
        var named = Named(values);
        var isNegated = HasOther(values) || (!_hasOther && named.Count > 1 && 2 * named.Count > Size);
        return new BoundCondition(
            Source,
            (isNegated ? Named(values.Complement(Size)) : named).ToEquatableArray(),
            isNegated
        );
    }

    /// <inheritdoc/>
    public override string Text(ValueSet values)
    {
        if (_kind == RouteKind.Boolean)
        {
            return IsTrue(values) ? Name : $"not {Name}";
        }

        var condition = Condition(values);
        var constants = string.Join(" or ", condition.Values.Select(constant => constant.Display));
        return $"{Name} is {(condition.IsNegated ? "not " : string.Empty)}{constants}";
    }

    /// <inheritdoc/>
    public override string Phrase(ValueSet values)
    {
        if (_kind == RouteKind.Boolean)
        {
            return $"'{Name}' is {(IsTrue(values) ? "true" : "false")}";
        }

        if (HasOther(values) && _otherMembers.Count == 0)
        {
            return $"'{Name}' is not {Alternatives(Named(values.Complement(Size)))}";
        }

        return $"'{Name}' is {Alternatives([.. Named(values), .. HasOther(values) ? _otherMembers : []])}";
    }

    private static string Alternatives(List<ConstantModel> constants)
    {
        var shown = constants.Take(Phrases.LongestList).Select(constant => constant.Display);
        return string.Join(" or ", shown) + (constants.Count > Phrases.LongestList ? " or another" : string.Empty);
    }

    private bool IsTrue(ValueSet values) =>
        HasOther(values)
            ? _constants.Any(constant => IsFalse(constant))
            : Named(values).Any(constant => !IsFalse(constant));

    private static bool IsFalse(ConstantModel constant) =>
        string.Equals(constant.Display, "false", StringComparison.Ordinal);

    private bool HasOther(ValueSet values) => _hasOther && values.Contains(_constants.Count);

    private List<ConstantModel> Named(ValueSet values) => [.. _constants.Where((_, value) => values.Contains(value))];
}
