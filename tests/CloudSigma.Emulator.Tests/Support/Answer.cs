// An answer of the emulator with its JSON body read.
using System.Text.Json.Nodes;

namespace CloudSigma.Emulator.Tests.Support;

public sealed record Answer(int Status, string Text, HttpResponseMessage Message)
{
    public JsonNode Json => JsonNode.Parse(Text)!;

    public JsonObject Object => Json.AsObject();

    public JsonArray Objects => Json["objects"]!.AsArray();

    public JsonObject First => Objects[0]!.AsObject();

    public string[] Names => [.. Objects.Select(static entry => (string)entry!["name"]!)];

    public string Uuid => (string)(Json["uuid"] ?? First["uuid"])!;

    /// <summary>Checks that the answer is a refusal in the form of the API.</summary>
    public Answer Refused(int status, string type, string? point = null, string? message = null)
    {
        Assert.True(status == Status, $"{Status}: {Text}");
        var error = Assert.IsType<JsonArray>(Json)[0]!.AsObject();
        Assert.Equal(["error_message", "error_point", "error_type"], error.Select(static member => member.Key));
        Assert.Equal(type, (string?)error["error_type"]);
        Assert.Equal(point, (string?)error["error_point"]);
        if (message is not null) Assert.Equal(message, (string?)error["error_message"]);
        return this;
    }

    public Answer Is(int status)
    {
        Assert.True(status == Status, $"expected {status}, got {Status}: {Text}");
        return this;
    }
}
