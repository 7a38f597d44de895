// The rights of a new ACL, which are objects on the wire: [{"permission": "LIST"}].
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CloudSigma.Sdk;

internal sealed class AclPermissionsConverter : JsonConverter<IReadOnlyList<Permission>>
{
    public override IReadOnlyList<Permission> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        [.. (Rules(options).Read(ref reader, typeof(IReadOnlyList<AclRule>), options) ?? []).Select(static r => r.Permission)];

    public override void Write(Utf8JsonWriter writer, IReadOnlyList<Permission> value, JsonSerializerOptions options) =>
        Rules(options).Write(writer, [.. value.Select(AclRule.FromPermission)], options);

    private static JsonConverter<IReadOnlyList<AclRule>> Rules(JsonSerializerOptions options) =>
        (JsonConverter<IReadOnlyList<AclRule>>)options.GetTypeInfo(typeof(IReadOnlyList<AclRule>)).Converter;
}
