// Says which registration is missing when a Member<T> has no converter.
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CloudSigma.Sdk.Core.Json;

/// <summary>
/// Stands on <see cref="Member{T}"/> so that the JSON source generator makes no metadata of its own for it.
/// The real converters are in <see cref="MemberConverters"/>, which the serializer options list first.
/// </summary>
internal sealed class UnregisteredMemberConverter : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) => true;

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        throw new InvalidOperationException($"{typeToConvert} has no converter. Add its value type to {nameof(MemberConverters)}.");
}
