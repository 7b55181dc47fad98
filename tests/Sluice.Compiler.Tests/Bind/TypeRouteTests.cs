using Sluice.Compiler.Bind;
using Sluice.Compiler.Model;
using Sluice.Compiler.Tests.Parse;

namespace Sluice.Compiler.Tests.Bind;

/// <summary>Parses and binds pipelines that branch by type.</summary>
public class TypeRouteTests
{
    private const string Classes = """
        public abstract record Shape { private Shape() { } public sealed record Dot : Shape; internal Shape(int size) { } }
        public sealed record Circle(int Radius) : Shape(Radius);
        public abstract record Angular(int Size) : Shape(Size);
        public sealed record Square(int Side) : Angular(Side);

        """;

    [Fact]
    public void A_parameter_of_the_tested_type_takes_the_value_before_all_others() =>
        Assert.Equal(
            "Make(size) Other(size)<Make Draw(Make, Make, Other, size)?Make=Circle => Draw",
            Bind(
                    Classes,
                    """
                    [Stage] static Shape Make(int size) => null!;
                    [Stage] static Circle Other(int size) => null!;
                    [Stage, When(nameof(Make), typeof(Circle))]
                    static string Draw(Circle circle, Shape shape, [From(nameof(Other))] Circle other, int size) => "";
                    [Stage, Otherwise(nameof(Make))] static void Rest() { }
                    """
                )
                .Graph()
                .Replace(" Rest()?Make!=Circle", "", StringComparison.Ordinal)
        );

    [Fact]
    public void Several_types_and_excluded_types_narrow_nothing() =>
        Assert.Contains(
            "MissingDependency: Nothing produces 'Circle'",
            string.Join(
                "\n",
                Bind(
                        Classes,
                        """
                        [Stage] static Shape Make(int size) => null!;
                        [Stage, When(nameof(Make), typeof(Circle), typeof(Square))] static string Draw(Circle circle) => "";
                        [Stage, Otherwise(nameof(Make))] static void Rest() { }
                        """
                    )
                    .Messages()
            ),
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData("public abstract class R { private R() { } public sealed class X : R; public class Y : R; }", "X, Y+")]
    [InlineData("public class R { internal R() { } } public sealed class X : R;", "R, X")]
    [InlineData("public abstract record R { private protected R() { } } public sealed record X : R;", "X")]
    [InlineData("public sealed class R;", "R")]
    [InlineData("internal class R; internal class X : R;", "R, X")]
    [InlineData("public class R;", "")]
    [InlineData("public abstract class R { protected R() { } } public sealed class X : R;", "")]
    [InlineData("public abstract class R { protected internal R() { } } public sealed class X : R;", "")]
    [InlineData("public abstract record R; public sealed record X : R;", "")]
    [InlineData("public interface R; public sealed class X : R;", "")]
    [InlineData("public abstract class R { internal R() { } } public sealed class X<T> : R;", "")]
    [InlineData("public abstract class R { internal R() { } private sealed class X : R; }", "")]
    public void Closed_hierarchies_are_known(string source, string expected)
    {
        var model = Parse(
            source + "\n",
            """
            [Stage] static R Make(int size) => null!;
            [Stage, When(nameof(Make), typeof(R))] static string Draw(R r) => "";
            """
        );

        var route = Assert.Single(model.TypeRoutes);
        Assert.Equal(
            expected,
            string.Join(
                ", ",
                route.Known.Select(known =>
                    model.Types[known.Type].DisplayName.Split('.')[^1] + (known.IsOpen ? "+" : "")
                )
            )
        );
    }

    [Fact]
    public void A_closed_hierarchy_of_another_assembly_is_known()
    {
        var library = Source.Library(
            "public abstract class R { internal R() { } } public sealed class X : R; public sealed class Y : R;"
        );

        var model = Source
            .Parse(
                Text(
                    "",
                    """
                    [Stage] static R Make(int size) => null!;
                    [Stage, When(nameof(Make), typeof(X))] static string Draw(X x) => "";
                    """
                ),
                library
            )
            .Model;

        Assert.Equal(["X", "Y"], model.TypeRoutes[0].Known.Select(known => model.Types[known.Type].DisplayName));
    }

    [Fact]
    public void A_pipeline_that_names_no_types_has_no_routes_by_type()
    {
        var model = Parse(Classes, """[Stage] static string Draw(int size) => "";""");

        Assert.Empty(model.RouteTypes);
        Assert.Empty(model.TypeRoutes);
    }

    [Fact]
    public void Equal_sources_have_equal_models() =>
        Assert.Equal(
            Parse(
                Classes,
                """[Stage] static Shape Make(int size) => null!; [Stage, When(nameof(Make), typeof(Circle))] static string Draw(Circle c) => "";"""
            ),
            Parse(
                Classes,
                """[Stage] static Shape Make(int size) => null!; [Stage, When(nameof(Make), typeof(Circle))] static string Draw(Circle c) => "";"""
            )
        );

    private static BoundPipeline Bind(string types, string stages) => PipelineBinder.Bind(Parse(types, stages));

    private static PipelineModel Parse(string types, string stages) => Source.Parse(Text(types, stages)).Model;

    private static string Text(string types, string stages) =>
        $$"""
            {{types}}
            [Pipeline]
            public static partial class P
            {
                internal static partial Optional<string> Run(int size);
                {{stages}}
            }
            """;
}
