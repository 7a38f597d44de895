// The converters of Member<T>, one per value type, listed without reflection so that trimming and ahead-of-time compilation work.
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CloudSigma.Sdk.Core.Json;

/// <summary>Makes the converters of <see cref="Member{T}"/>; a value type has to be added before models with it are used.</summary>
public sealed class MemberConverters : JsonConverterFactory
{
    private readonly Dictionary<Type, JsonConverter> _converters = [];

    /// <summary>Starts with the scalar types that every API has: text, numbers, flags, identifiers, times and addresses.</summary>
    public MemberConverters()
    {
        AddClass<string>();
        AddStruct<bool>();
        AddStruct(new LenientInt32Converter());
        AddStruct(new LenientInt64Converter());
        AddStruct(new DecimalTextConverter());
        AddStruct<Guid>();
        AddStruct(new TimestampConverter());
        AddStruct<ByteSize>();
        AddStruct<ResourceUri>();
        AddClass<ResourceReference>();
        AddClass<IPAddressReference>();
        AddList<string>();
        AddList<ResourceReference>();
        AddClass<IReadOnlyDictionary<string, string>>();
    }

    /// <summary>Adds a reference type.</summary>
    /// <typeparam name="T">The type of the member's value.</typeparam>
    /// <param name="converter">How to read and write the value; null takes it from the serializer options.</param>
    /// <returns>This factory.</returns>
    public MemberConverters AddClass<T>(JsonConverter<T>? converter = null) where T : class
    {
        _converters[typeof(Member<T>)] = new MemberConverter<T>(converter);
        return this;
    }

    /// <summary>Adds a list.</summary>
    /// <typeparam name="T">The type of its elements.</typeparam>
    /// <returns>This factory.</returns>
    public MemberConverters AddList<T>() => AddClass(new ListConverter<T>());

    /// <summary>Adds a value type, and its nullable form.</summary>
    /// <typeparam name="T">The type of the member's value.</typeparam>
    /// <param name="converter">How to read and write the value; null takes it from the serializer options.</param>
    /// <returns>This factory.</returns>
    public MemberConverters AddStruct<T>(JsonConverter<T>? converter = null) where T : struct
    {
        _converters[typeof(Member<T>)] = new MemberConverter<T>(converter);
        _converters[typeof(Member<T?>)] = new NullableMemberConverter<T>(converter);
        return this;
    }

    /// <inheritdoc/>
    public override bool CanConvert(Type typeToConvert)
    {
        ArgumentNullException.ThrowIfNull(typeToConvert);
        return _converters.ContainsKey(typeToConvert);
    }

    /// <inheritdoc/>
    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) => _converters[typeToConvert];
}
