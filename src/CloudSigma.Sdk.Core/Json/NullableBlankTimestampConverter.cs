// Times with a blank that may be missing.
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CloudSigma.Sdk.Core.Json;

/// <summary>The form of <see cref="BlankTimestampConverter"/> for times that may be null.</summary>
internal sealed class NullableBlankTimestampConverter : JsonConverter<Member<DateTimeOffset?>>
{
    private readonly NullableMemberConverter<DateTimeOffset> _inner = new(new TimestampConverter(' '));

    public override bool HandleNull => true;

    public override Member<DateTimeOffset?> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => _inner.Read(ref reader, typeToConvert, options);

    public override void Write(Utf8JsonWriter writer, Member<DateTimeOffset?> value, JsonSerializerOptions options) => _inner.Write(writer, value, options);
}
