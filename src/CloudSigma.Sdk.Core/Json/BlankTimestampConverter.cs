// Times of snapshots and logs, which the API writes with a blank between date and time.
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CloudSigma.Sdk.Core.Json;

/// <summary>Reads every time format and writes the one with a blank. It is named on a member, and comes before the converters of all members.</summary>
internal sealed class BlankTimestampConverter : JsonConverter<Member<DateTimeOffset>>
{
    private readonly MemberConverter<DateTimeOffset> _inner = new(new TimestampConverter(' '));

    public override bool HandleNull => true;

    public override Member<DateTimeOffset> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => _inner.Read(ref reader, typeToConvert, options);

    public override void Write(Utf8JsonWriter writer, Member<DateTimeOffset> value, JsonSerializerOptions options) => _inner.Write(writer, value, options);
}
