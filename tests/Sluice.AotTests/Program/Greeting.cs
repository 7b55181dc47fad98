namespace AotProgram;

internal sealed record Greeting(string Text);
