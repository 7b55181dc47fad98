using System.Globalization;
using Microsoft.CodeAnalysis;
using Sluice.Compiler.Rules;

namespace Sluice.Compiler.Parse.Policies;

/// <summary>Reads the values of a policy's attribute, and reports those that cannot be used.</summary>
/// <param name="subject">The stage that has the attribute.</param>
/// <param name="attribute">The attribute.</param>
internal sealed class PolicyAttribute(PolicySubject subject, AttributeData attribute)
{
    /// <summary>The longest time that a timer can measure, in ticks: <c>uint.MaxValue - 1</c> milliseconds.</summary>
    public const long LongestTimer = (uint.MaxValue - 1L) * TimeSpan.TicksPerMillisecond;

    public PolicySubject Subject { get; } = subject;

    /// <summary>The attribute's name as written.</summary>
    public string Name { get; } = AttributeExtensions.WithoutSuffix(attribute.AttributeClass?.Name ?? "");

    /// <summary>Whether the attribute has been reported.</summary>
    public bool IsRefused { get; private set; }

    /// <summary>Whether the attribute stands on an override and replaces one of the overridden method.</summary>
    public bool ReplacesInherited =>
        Subject.Method.GetAttributes().Contains(attribute)
        && (Subject.Method.OverriddenMethod?.SelfAndOverridden() ?? []).Any(overridden =>
            overridden.GetAttributes().Any(other => other.PolicyName() == attribute.PolicyName())
        );

    /// <summary>The constructor argument at a position, or <see langword="null"/> if it is not given.</summary>
    public TypedConstant? this[int position] => attribute.Argument(position);

    /// <summary>A named argument, or <see langword="null"/> if it is not given.</summary>
    public TypedConstant? this[string name] => attribute.NamedArgument(name);

    /// <summary>
    /// Whether the attribute and all of its arguments are resolved. The C# compiler reports unfinished attributes.
    /// </summary>
    public static bool IsComplete(AttributeData attribute) =>
        attribute.AttributeConstructor is not null
        && attribute.ConstructorArguments.All(IsResolved)
        && attribute.NamedArguments.All(argument => IsResolved(argument.Value));

    /// <summary>Returns an integer, or the default. Reports an integer below the minimum.</summary>
    public int Number(TypedConstant? value, string name, int otherwise, int least)
    {
        var number = value?.Value is int given ? given : otherwise;
        if (number < least)
        {
            Refuse($"its '{name}' is {Invariant(number)}, but must be {Invariant(least)} or more");
        }

        return number;
    }

    /// <summary>Returns a floating-point number, or the default. Reports a number that is not allowed.</summary>
    public double Real(TypedConstant? value, string name, double otherwise, Func<double, bool> isAllowed, string rule)
    {
        var number = value?.Value is double given ? given : otherwise;
        if (!isAllowed(number))
        {
            Refuse($"its '{name}' is {Invariant(number)}, but must be {rule}");
        }

        return number;
    }

    /// <summary>Returns the name of an enum member, or the default. Reports a number that is not a member.</summary>
    public string Member(TypedConstant? value, string name, string otherwise)
    {
        if (value is not { Kind: TypedConstantKind.Enum, Type: INamedTypeSymbol type, Value: { } number })
        {
            return otherwise;
        }

        foreach (var member in type.GetMembers())
        {
            if (member is IFieldSymbol { ConstantValue: { } candidate } && candidate.Equals(number))
            {
                return member.Name;
            }
        }

        Refuse($"its '{name}' is {Invariant(number)}, but must be a member of '{TypeNames.Short(type)}'");
        return otherwise;
    }

    /// <summary>
    /// Returns a time in ticks, or 0 if it is missing. Reports a time that is invalid or out of range, and returns 0
    /// for it.
    /// </summary>
    public long Time(TypedConstant? value, string name, TimeRange range)
    {
        if (value?.Value is not string text)
        {
            return 0;
        }

        if (!TryRead(text, out var ticks, out var problem))
        {
            Refuse($"its '{name}' is \"{text}\", {problem}");
            return 0;
        }

        if (range.ReasonAgainst(ticks) is { } reason)
        {
            Refuse($"its '{name}' is \"{text}\", but must be {reason}");
            return 0;
        }

        return ticks;
    }

    /// <summary>
    /// Returns a required time in ticks. Reports a time that is missing, invalid or out of range, and returns 0 for it.
    /// </summary>
    public long NeededTime(TypedConstant? value, string name, TimeRange range)
    {
        if (value?.Value is not string)
        {
            Refuse($"its '{name}' is null: write hours, minutes and seconds, such as \"00:00:02\"");
        }

        return Time(value, name, range);
    }

    /// <summary>
    /// Returns the exception types that the policy is restricted to. Reports those that cannot be used.
    /// </summary>
    public IReadOnlyList<ITypeSymbol> Exceptions(string name)
    {
        if (this[name] is not { Kind: TypedConstantKind.Array, IsNull: false } types)
        {
            return [];
        }

        var exceptions = types.Values.Select(value => value.Value).OfType<ITypeSymbol>().ToList();
        if (exceptions.Count == 0)
        {
            RefuseMeaning(
                $"its '{name}' names no exception, so it applies to all of them: name one, or remove '{name}'"
            );
        }

        for (var index = 0; index < exceptions.Count; index++)
        {
            if ((ReasonAgainst(exceptions[index]) ?? ReasonAgainstRepetition(exceptions, index)) is { } reason)
            {
                Refuse($"its '{name}' names '{TypeNames.Short(exceptions[index])}', {reason}");
            }
        }

        return exceptions;
    }

    /// <summary>Reports that the attribute cannot be used.</summary>
    /// <param name="reason">A clause that says what is wrong and what to do.</param>
    public void Refuse(string reason)
    {
        IsRefused = true;
        Subject.Report(Rule.InvalidPolicyValue, Name, reason);
    }

    /// <summary>Reports that the attribute, or a part of it, has no effect.</summary>
    /// <param name="reason">A clause that says why and what to do.</param>
    public void RefuseMeaning(string reason)
    {
        IsRefused = true;
        Subject.Report(Rule.PolicyWithoutMeaning, Name, reason);
    }

    private string? ReasonAgainst(ITypeSymbol exception) =>
        !KnownTypes.IsException(exception.OriginalDefinition)
            ? "which is not an exception: name types that derive from 'System.Exception'"
        : exception is INamedTypeSymbol { IsUnboundGenericType: true } ? "whose type arguments are missing: write them"
        : !Subject.Context.CanName(exception) ? "which the pipeline cannot access: make the type accessible to it"
        : null;

    private string? ReasonAgainstRepetition(List<ITypeSymbol> exceptions, int index) =>
        exceptions.FindIndex(other => Subject.Context.Names.AreSame(other, exceptions[index])) < index
            ? "which it has already named: name it once"
        : exceptions.Find(other => IsBase(other, exceptions[index])) is { } general
            ? $"which derives from '{TypeNames.Short(general)}', which it also names: remove one of the two"
        : null;

    private bool IsBase(ITypeSymbol general, ITypeSymbol exception) =>
        exception is INamedTypeSymbol named
        && named.SelfAndBaseTypes().Skip(1).Any(level => Subject.Context.Names.AreSame(level, general));

    // A number without colons is parsed as days, which is almost never intended.
    private static bool TryRead(string text, out long ticks, out string problem)
    {
        const string Remedy = "write hours, minutes and seconds, such as \"00:00:02\"";
        var isTime = TimeSpan.TryParseExact(text, "c", CultureInfo.InvariantCulture, out var time);
        ticks = time.Ticks;
        problem =
            !isTime ? $"which is not a valid duration: {Remedy}"
            : text.IndexOf(':') < 0 ? $"which would mean days: {Remedy}"
            : "";
        return problem.Length == 0;
    }

    private static bool IsResolved(TypedConstant value) =>
        value.Kind switch
        {
            TypedConstantKind.Error => false,
            TypedConstantKind.Type => value.Value is not ITypeSymbol { TypeKind: TypeKind.Error },
            TypedConstantKind.Array => value.IsNull || value.Values.All(IsResolved),
            _ => true,
        };

    private static string Invariant(object number) => Convert.ToString(number, CultureInfo.InvariantCulture)!;
}
