namespace Sluice.Tests.Graphs;

/// <summary>Graphs to draw.</summary>
internal static class SampleGraphs
{
    /// <summary>Names that are keywords, markup or escape sequences in one of the output languages.</summary>
    public static readonly string[] AwkwardNames =
    [
        "end",
        "graph",
        "subgraph",
        "class",
        "classDef",
        "style",
        "default",
        "click",
        "node",
        "edge",
        "strict",
        "digraph",
        "o",
        "x",
        "n0",
        "e0",
        "pricing.Load",
        "Load<T>",
        "Map<Dictionary<string, List<T>>>",
        "with \"quotes\"",
        "with 'apostrophes'",
        "back\\slash",
        "\\N",
        "\\",
        "a|b{c}d[e](f)/g/",
        "&amp; & &lt;",
        "#35; #quot;",
        "style: a:b#c;",
        "`code` **bold** _it_",
        "%% comment",
        "%%{init: {}}%%",
        "1. list",
        "- dash",
        "a --> b",
        "<br/>",
        "<script>",
        "$$x$$",
        "größe",
        "名前",
        "Ελληνικά",
        "🙂",
        "@class",
        "a;b",
    ];

    /// <summary>A pipeline with every kind of stage, an ordering without data, and two entry points that share a stage.</summary>
    public static PipelineGraph Checkout { get; } =
        new(
            "Shop.Checkout",
            [
                new GraphStage("Parse", null, "Cart", IsAsynchronous: false, IsOffloaded: false),
                new GraphStage("Reserve", null, "Stock", IsAsynchronous: true, IsOffloaded: false),
                new GraphStage("pricing.Quote", "pricing", "Quote", IsAsynchronous: true, IsOffloaded: true),
                new GraphStage("Close", null, "Receipt", IsAsynchronous: false, IsOffloaded: false),
                new GraphStage("Log", null, null, IsAsynchronous: true, IsOffloaded: false),
                new GraphStage("Forgotten", null, "int", IsAsynchronous: false, IsOffloaded: false),
            ],
            [
                new GraphEntryPoint(
                    "RunAsync",
                    ["order"],
                    ["Close"],
                    Lowering.Concurrent,
                    ["Parse", "Reserve", "pricing.Quote", "Log", "Close"],
                    [
                        new GraphEdge("order", "Parse", "order"),
                        new GraphEdge("Parse", "Reserve", "cart"),
                        new GraphEdge("Parse", "pricing.Quote", "cart"),
                        new GraphEdge("Parse", "Log", "cart"),
                        new GraphEdge("Reserve", "Log", null),
                        new GraphEdge("Reserve", "Close", "stock"),
                        new GraphEdge("pricing.Quote", "Close", "quote"),
                    ]
                ),
                new GraphEntryPoint(
                    "Preview",
                    ["order"],
                    ["Parse", "order"],
                    Lowering.StraightLine,
                    ["Parse"],
                    [new GraphEdge("order", "Parse", "order")]
                ),
            ]
        );

    /// <summary>A route and its branches.</summary>
    public static PipelineGraph Branching { get; } =
        new(
            "Shop.Answers",
            [
                new GraphStage("Route", null, "Intent", IsAsynchronous: false, IsOffloaded: false),
                new GraphStage("Ask", null, "Answer", IsAsynchronous: true, IsOffloaded: false),
            ],
            [
                new GraphEntryPoint(
                    "RunAsync",
                    ["text"],
                    ["Ask"],
                    Lowering.Sequential,
                    ["Ask", "Route"],
                    [new GraphEdge("text", "Route", "text"), new GraphEdge("Route", "Ask", null) { IsCondition = true }]
                )
                {
                    Conditions = ["Route is Question", null],
                },
            ]
        );

    /// <summary>A stage with policies.</summary>
    public static PipelineGraph Guarded { get; } =
        new(
            "Shop.Reservations",
            [
                new GraphStage("Reserve", null, "Stock", IsAsynchronous: true, IsOffloaded: false)
                {
                    Policies =
                    [
                        "Fallback(Nothing)",
                        "Timeout(Total = 00:00:10)",
                        "Retry(3, 00:00:01, Exponential)",
                        "Timeout(00:00:02)",
                        "Intercept<Audit<Stock>>",
                        "Compensate(Release)",
                    ],
                },
            ],
            [
                new GraphEntryPoint(
                    "RunAsync",
                    ["order"],
                    ["Reserve"],
                    Lowering.Sequential,
                    ["Reserve"],
                    [new GraphEdge("order", "Reserve", "order")]
                )
                {
                    Conditions = ["order is not null"],
                },
            ]
        );

    /// <summary>A chain of stages with <see cref="AwkwardNames"/>, which also name its input, its types and its parameters.</summary>
    public static PipelineGraph Awkward { get; } = MakeAwkward();

    private static PipelineGraph MakeAwkward()
    {
        var edges = AwkwardNames.Zip(AwkwardNames.Skip(1), static (from, to) => new GraphEdge(from, to, from));
        var entryPoint = new GraphEntryPoint(
            "Run\"<T>\"",
            ["the \"input\""],
            [AwkwardNames[^1]],
            Lowering.StraightLine,
            AwkwardNames,
            [new GraphEdge("the \"input\"", AwkwardNames[0], "p"), .. edges]
        );
        return new PipelineGraph(
            "Name.Space.\"Pipe\\line\"<T>",
            [.. AwkwardNames.Select(static name => new GraphStage(name, null, name, false, false))],
            [entryPoint]
        );
    }
}
