using Sluice.Compiler.Model;

namespace Sluice.Compiler.Tests.Parse;

/// <summary>The table of types and the conversions between them.</summary>
public sealed class TypeTests
{
    [Theory]
    [InlineData("string", "string?")]
    [InlineData("(int A, string B)", "(int, string? C)")]
    [InlineData("List<dynamic>", "List<object?>")]
    [InlineData("dynamic", "object")]
    [InlineData("nint", "IntPtr")]
    [InlineData("Dictionary<string?, (int X, int Y)[]?>", "Dictionary<string, (int, int)[]>")]
    [InlineData(
        "(int, int, int, int, int, int, int, int H)",
        "ValueTuple<int, int, int, int, int, int, int, ValueTuple<int>>"
    )]
    public void Types_that_binding_does_not_tell_apart_are_one(string one, string other)
    {
        var stages = Parse($"[Stage] {one} A() => throw null!; [Stage] int B({other} value) => 1;").Stages;
        Assert.Equal(stages[0].OutputType, stages[1].Parameters[0].Type);
    }

    [Theory]
    [InlineData("int", "int?")]
    [InlineData("int[]", "int[,]")]
    [InlineData("(int, string)", "(string, int)")]
    [InlineData("List<int>", "IList<int>")]
    [InlineData("A.X", "B.X")]
    public void Types_that_differ_are_two(string one, string other)
    {
        var model = Parse($"[Stage] {one} A() => throw null!; [Stage] long B({other} value) => 1;");
        var (left, right) = (model.Stages[0].OutputType, model.Stages[1].Parameters[0].Type);
        Assert.NotEqual(left, right);
        Assert.NotEqual(model.Types[left].Identity, model.Types[right].Identity);
        Assert.NotEqual(model.Types[left].DisplayName, model.Types[right].DisplayName);
    }

    [Theory]
    [InlineData("int", "int", false, false)]
    [InlineData("DateTime", "DateTime", false, false)]
    [InlineData("(int, Guid)", "(int, Guid)", false, false)]
    [InlineData("(int A, string? B)", "(int A, string B)", true, false)]
    [InlineData("A.X", "X", true, false)]
    [InlineData("T", "T", true, false)]
    [InlineData("U", "U", false, false)]
    [InlineData("Memory<byte>", "Memory<byte>", true, false)]
    [InlineData("Action<int>", "Action<int>", true, true)]
    [InlineData("Delegate", "Delegate", true, true)]
    [InlineData("MemoryStream", "MemoryStream", true, true)]
    [InlineData("Stream[]", "Stream[]", true, true)]
    [InlineData("(int, Stream)", "(int, Stream)", true, true)]
    [InlineData("A.Sequence", "Sequence", true, true)]
    [InlineData("IAsyncEnumerator<int>", "IAsyncEnumerator<int>", true, true)]
    [InlineData("System.Threading.Channels.ChannelReader<int>", "ChannelReader<int>", true, true)]
    [InlineData("System.IO.Pipelines.PipeReader", "PipeReader", true, true)]
    [InlineData("List<string>", "List<string>", true, false)]
    public void A_type_is_described(string type, string displayName, bool holdsReferences, bool mayKeepToken)
    {
        var model = Parse($"[Stage] {type} A() => throw null!;");
        Assert.Empty(model.Findings);
        var described = model.Types[model.Stages[0].OutputType];
        Assert.Equal(displayName, described.DisplayName);
        Assert.Equal(holdsReferences, described.HoldsReferences);
        Assert.Equal(mayKeepToken, described.MayKeepToken);
    }

    [Theory]
    [InlineData("T", "where T : IComparable<T>", false)]
    [InlineData("T", "where T : IEnumerable<U> where U : IEnumerable<T>", false)]
    [InlineData("T", "where T : IEnumerable<U> where U : IEnumerable<T>, IAsyncEnumerable<int>", true)]
    [InlineData("List<T>[]", "where T : Stream, IComparable<T>", true)]
    public void A_type_parameter_may_occur_in_its_own_constraints(string type, string constraints, bool mayKeepToken)
    {
        var model = Source
            .Parse(
                $"[Pipeline] partial class P<T, U> {constraints} {{ public partial int Run(); [Stage] {type} A() => throw null!; }}"
            )
            .Model;
        Assert.Equal(mayKeepToken, model.Types[model.Stages[0].OutputType].MayKeepToken);
    }

    [Theory]
    [InlineData("int", nameof(TypeVisibility.Public))]
    [InlineData("List<T>[]", nameof(TypeVisibility.Public))]
    [InlineData("dynamic", nameof(TypeVisibility.Public))]
    [InlineData("Seen", nameof(TypeVisibility.Public))]
    [InlineData("Seen.Family", nameof(TypeVisibility.Internal))]
    [InlineData("Hidden", nameof(TypeVisibility.Internal))]
    [InlineData("Hidden.Open", nameof(TypeVisibility.Internal))]
    [InlineData("Dictionary<int, (Hidden?, int)[]>", nameof(TypeVisibility.Internal))]
    [InlineData("Generic<Own>.Inner", nameof(TypeVisibility.Private))]
    [InlineData("Own", nameof(TypeVisibility.Private))]
    [InlineData("Own.Open?", nameof(TypeVisibility.Private))]
    [InlineData("Heirs", nameof(TypeVisibility.Private))]
    public void A_type_is_seen_by_those_who_see_all_of_its_name(string type, string visibility)
    {
        var model = Source
            .Parse(
                $$"""
                [Pipeline] partial class P<T>
                {
                    public partial int Run();
                    [Stage] {{type}} A() => throw null!;
                    class Own { public struct Open; }
                    protected class Heirs;
                }
                public class Seen { protected internal class Family; }
                class Hidden { public class Open; }
                public class Generic<T> { public class Inner; }
                """
            )
            .Model;
        Assert.Empty(model.Findings);
        Assert.Equal(visibility, model.Types[model.Stages[0].OutputType].Visibility.ToString());
    }

    [Fact]
    public void A_nullable_value_type_knows_its_underlying_one()
    {
        var model = Parse("[Stage] DateTime? A(DateTime b, string? c) => null;");
        var nullable = model.Types[model.Stages[0].OutputType];
        Assert.Equal(model.Stages[0].Parameters[0].Type, nullable.NullableUnderlying);
        Assert.Equal(-1, model.Types[model.Stages[0].Parameters[1].Type].NullableUnderlying);
    }

    [Theory]
    [InlineData("string", "object", true)]
    [InlineData("List<string>", "IEnumerable<object>", true)]
    [InlineData("string[]", "object[]", true)]
    [InlineData("Func<string>", "Func<object>", true)]
    [InlineData("C", "A.X", true)]
    [InlineData("object", "string", false)]
    [InlineData("int", "object", false)]
    [InlineData("int", "long", false)]
    [InlineData("A.Convertible", "A.X", false)]
    [InlineData("List<int>", "IEnumerable<object>", false)]
    [InlineData("int?", "int", false)]
    public void Only_implicit_reference_conversions_count(string from, string to, bool expected)
    {
        var model = Parse($"[Stage] {from} A() => throw null!; [Stage] decimal B({to} value) => 1;");
        var conversion = new TypeConversion(model.Stages[0].OutputType, model.Stages[1].Parameters[0].Type);
        Assert.Equal(expected, model.Conversions.Contains(conversion));
    }

    [Theory]
    [InlineData("[Stage] string A() => \"\"; [Stage] object B() => 1; [Stage] long C(object value) => 1;", "")]
    [InlineData(
        "[Stage] string A() => \"\"; [Stage] object B() => 1; [Stage] long C([From(\"A\")] object value) => 1;",
        "string>object"
    )]
    [InlineData("[Stage] string A() => \"\"; [Stage] object B(object value) => 1;", "string>object")]
    [InlineData(
        "public partial int Run(object value); [Stage] string A() => \"\"; [Stage] long B(object value) => 1;",
        "string>object"
    )]
    [InlineData("public partial object Run(string value);", "string>object")]
    [InlineData("public partial object Run(string value, object other);", "")]
    [InlineData("[return: From(\"value\")] public partial object Run(string value, object other);", "string>object")]
    public void Conversions_are_asked_for_where_binding_may(string members, string expected)
    {
        var model = Parse(members);
        Assert.Equal(
            expected,
            string.Join(
                ' ',
                model.Conversions.Select(c => $"{model.Types[c.From].DisplayName}>{model.Types[c.To].DisplayName}")
            )
        );
    }

    private static PipelineModel Parse(string members) =>
        Source
            .Parse(
                $$"""
                [Pipeline] partial class P<T, U, C> where U : unmanaged where C : A.X { public partial int Run(); {{members}} }
                namespace A { public class X; public abstract class Sequence : IAsyncEnumerable<int> { public abstract IAsyncEnumerator<int> GetAsyncEnumerator(CancellationToken c); } public class Convertible { public static implicit operator X(Convertible c) => new(); } }
                namespace B { public class X; }
                """
            )
            .Model;
}
