// The answer to a question for the live data of a server, which may be null.
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CloudSigma.Sdk;

/// <param name="Runtime">The live data; null when the server does not run.</param>
[JsonConverter(typeof(Converter))]
internal sealed record ServerRuntimeAnswer(ServerRuntime? Runtime)
{
    /// <summary>Reads null as an answer, not as the lack of one.</summary>
    internal sealed class Converter : JsonConverter<ServerRuntimeAnswer>
    {
        public override bool HandleNull => true;

        public override ServerRuntimeAnswer Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            new(JsonSerializer.Deserialize(ref reader, SdkJson.Context.ServerRuntime));

        public override void Write(Utf8JsonWriter writer, ServerRuntimeAnswer value, JsonSerializerOptions options)
        {
            if (value.Runtime is { } runtime) JsonSerializer.Serialize(writer, runtime, SdkJson.Context.ServerRuntime);
            else writer.WriteNullValue();
        }
    }
}
