using System.Globalization;
using Microsoft.CodeAnalysis;

namespace Sluice.Compiler.Parse.Policies;

/// <summary>Reads the values of a policy's attribute, and remembers whether one of them cannot be used.</summary>
/// <param name="subject">The stage that it stands on.</param>
/// <param name="attribute">The attribute.</param>
internal sealed class PolicyAttribute(PolicySubject subject, AttributeData attribute)
{
    /// <summary>The longest time that a timer can measure, in ticks: <c>uint.MaxValue - 1</c> milliseconds.</summary>
    public const long LongestTimer = (uint.MaxValue - 1L) * TimeSpan.TicksPerMillisecond;

    public PolicySubject Subject { get; } = subject;

    /// <summary>Whether it says what it is there for. Half-typed attributes are the compiler's to report.</summary>
    public bool IsComplete { get; } =
        attribute.AttributeConstructor is not null
        && attribute.ConstructorArguments.All(IsResolved)
        && attribute.NamedArguments.All(argument => IsResolved(argument.Value));

    /// <summary>Whether one of the values that were asked for cannot be used.</summary>
    public bool IsRefused { get; private set; }

    /// <summary>The constructor argument at a position.</summary>
    public TypedConstant? this[int position] => attribute.Argument(position);

    /// <summary>A named argument, where it is given.</summary>
    public TypedConstant? this[string name] => attribute.NamedArgument(name);

    /// <summary>A number that must not be less than another.</summary>
    public int Number(TypedConstant? value, string name, int otherwise, int least)
    {
        var number = value?.Value is int given ? given : otherwise;
        if (number < least)
        {
            Refuse(name, number.ToString(CultureInfo.InvariantCulture));
        }

        return number;
    }

    /// <summary>A number that may have a fraction.</summary>
    public double Real(TypedConstant? value, string name, double otherwise, Func<double, bool> isAllowed)
    {
        var number = value?.Value is double given ? given : otherwise;
        if (!isAllowed(number))
        {
            Refuse(name, number.ToString(CultureInfo.InvariantCulture));
        }

        return number;
    }

    /// <summary>The name of an enum's member; of the first where it is left out.</summary>
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

        Refuse(name, Convert.ToString(number, CultureInfo.InvariantCulture)!);
        return otherwise;
    }

    /// <summary>A time in ticks; 0 where it is left out.</summary>
    public long Time(TypedConstant? value, string name, long least, long most = long.MaxValue)
    {
        if (value?.Value is not string text)
        {
            return 0;
        }

        // A number alone would be days, which nobody means who writes one.
        if (
            text.IndexOf(':') < 0
            || !TimeSpan.TryParseExact(text, "c", CultureInfo.InvariantCulture, out var time)
            || time.Ticks < least
            || time.Ticks > most
        )
        {
            Refuse(name, text);
            return 0;
        }

        return time.Ticks;
    }

    /// <summary>The exceptions that it is restricted to.</summary>
    public IReadOnlyList<ITypeSymbol> Exceptions(string name)
    {
        if (this[name] is not { Kind: TypedConstantKind.Array, IsNull: false } types)
        {
            return [];
        }

        var exceptions = types.Values.Select(value => value.Value).OfType<ITypeSymbol>().ToList();
        foreach (var exception in exceptions)
        {
            if (!KnownTypes.IsException(exception))
            {
                Refuse(name, TypeNames.Short(exception));
            }
        }

        return exceptions;
    }

    private void Refuse(string name, string value)
    {
        _ = (name, value);
        IsRefused = true;
    }

    private static bool IsResolved(TypedConstant value) =>
        value.Kind switch
        {
            TypedConstantKind.Error => false,
            TypedConstantKind.Type => value.Value is not ITypeSymbol { TypeKind: TypeKind.Error },
            TypedConstantKind.Array => value.IsNull || value.Values.All(IsResolved),
            _ => true,
        };
}
