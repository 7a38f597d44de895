using System.Net;
using System.Text.Json;
using CloudSigma.Sdk.Core.Json;

namespace CloudSigma.Sdk.Core.Tests.Json;

public static class ConverterTests
{
    private static T Read<T>(System.Text.Json.Serialization.JsonConverter<T> converter, string json)
    {
        var reader = new Utf8JsonReader(System.Text.Encoding.UTF8.GetBytes(json));
        reader.Read();
        return converter.Read(ref reader, typeof(T), JsonSerializerOptions.Default)!;
    }

    private static string Write<T>(System.Text.Json.Serialization.JsonConverter<T> converter, T value)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream)) converter.Write(writer, value, JsonSerializerOptions.Default);
        return System.Text.Encoding.UTF8.GetString(stream.ToArray());
    }

    public class Members
    {
        [Theory]
        [InlineData("{}")]
        [InlineData("""{"uuid":"00000001-0000-0000-0000-000000000000"}""")]
        [InlineData("""{"uuid":null,"name":null,"size":null,"kind":null}""")]
        [InlineData("""{"name":"","size":0,"kind":"new-kind"}""")]
        [InlineData("""{"kind":""}""")]
        [InlineData("""{"name":"a","later":{"x":[1,null,"y"]},"unknown":null}""")]
        public void Absent_stays_absent_and_null_stays_null(string json) =>
            Assert.Equal(json, JsonSerializer.Serialize(JsonSerializer.Deserialize(json, TestJson.Context.TestItem)!, TestJson.Context.TestItem));

        [Fact]
        public void A_null_where_a_value_is_promised_reads_as_the_default()
        {
            var item = JsonSerializer.Deserialize("""{"name":null,"uuid":null,"kind":null}""", TestJson.Context.TestItem)!;

            Assert.Equal("", item.Name);
            Assert.Equal(Guid.Empty, item.Uuid);
            Assert.Equal("", item.Kind.Value);
        }

        [Fact]
        public void With_changes_one_member_and_keeps_unknown_ones()
        {
            var item = JsonSerializer.Deserialize("""{"name":"a","size":null,"later":1}""", TestJson.Context.TestItem)!;

            Assert.Equal("""{"name":"b","size":null,"later":1}""", JsonSerializer.Serialize(item with { Name = "b" }, TestJson.Context.TestItem));
            Assert.Equal("""{"name":"a","size":0,"later":1}""", JsonSerializer.Serialize(item with { Size = 0 }, TestJson.Context.TestItem));
            Assert.Equal(1, item.AdditionalMembers["later"].GetInt32());
        }

        [Fact]
        public void A_member_set_to_null_is_written_as_null()
        {
            var item = JsonSerializer.Deserialize("""{"size":5}""", TestJson.Context.TestItem)!;

            Assert.Equal("""{"size":null}""", JsonSerializer.Serialize(item with { Size = null }, TestJson.Context.TestItem));
        }

        [Fact]
        public void A_type_without_converter_says_what_to_do()
        {
            var error = Assert.Throws<InvalidOperationException>(() => new UnregisteredMemberConverter().CreateConverter(typeof(Member<Version>), JsonSerializerOptions.Default));

            Assert.Contains(nameof(MemberConverters), error.Message, StringComparison.Ordinal);
        }
    }

    public class Lists
    {
        [Theory]
        [InlineData("[]")]
        [InlineData("""["a"]""")]
        [InlineData("""["a",null,"b","a","c"]""")]
        public void A_list_keeps_its_elements_in_order(string json) =>
            Assert.Equal(json, Write(new ListConverter<string>(), Read(new ListConverter<string>(), json)));

        [Fact]
        public void Elements_may_be_objects() =>
            Assert.Equal("[[],[{}]]", Write(new ListConverter<List<object>>(), Read(new ListConverter<List<object>>(), "[[],[{}]]")));

        [Theory]
        [InlineData("{}")]
        [InlineData("\"a\"")]
        [InlineData("[null]")]
        public void Everything_else_is_an_error(string json) => Assert.Throws<JsonException>(() => Read(new ListConverter<Guid>(), json));
    }

    public class Numbers
    {
        [Theory]
        [InlineData("5", 5)]
        [InlineData("\"5\"", 5)]
        [InlineData("1073741824.0", 1073741824)]
        [InlineData("\"1073741824.0\"", 1073741824)]
        [InlineData("1e9", 1_000_000_000)]
        [InlineData("-3", -3)]
        [InlineData("9223372036854775807", long.MaxValue)]
        public void Integers_are_read_from_numbers_and_text(string json, long expected) => Assert.Equal(expected, Read(new LenientInt64Converter(), json));

        [Theory]
        [InlineData("1.5")]
        [InlineData("1e30")]
        [InlineData("123456789012345678901234567890")]
        [InlineData("\"abc\"")]
        [InlineData("\"\"")]
        [InlineData("true")]
        [InlineData("[]")]
        public void What_is_no_integer_is_an_error(string json) => Assert.Throws<JsonException>(() => Read(new LenientInt64Converter(), json));

        [Fact]
        public void A_number_too_large_for_32_bits_is_an_error() => Assert.Throws<JsonException>(() => Read(new LenientInt32Converter(), "3000000000"));

        [Theory]
        [InlineData("\"200.0000000000000000\"", "\"200.0000000000000000\"")]
        [InlineData("\"0E-16\"", "\"0E-16\"")]
        [InlineData("\"0E-20\"", "\"0E-20\"")]
        [InlineData("\"0\"", "\"0\"")]
        [InlineData("\"-1.50\"", "\"-1.50\"")]
        [InlineData("18", "\"18\"")]
        [InlineData("\"0.00\"", "\"0.00\"")]
        public void Decimals_keep_their_text(string json, string expected) => Assert.Equal(expected, Write(new DecimalTextConverter(), Read(new DecimalTextConverter(), json)));

        [Theory]
        [InlineData("\"money\"")]
        [InlineData("null")]
        public void What_is_no_decimal_is_an_error(string json) => Assert.Throws<JsonException>(() => Read(new DecimalTextConverter(), json));
    }

    public class Times
    {
        [Theory]
        [InlineData("2014-06-05T09:45:08.003595+00:00")]
        [InlineData("2015-08-26T12:00:00+00:00")]
        public void Times_are_written_as_they_came(string text) => Assert.Equal($"\"{text}\"", Write(new TimestampConverter(), Read(new TimestampConverter(), $"\"{text}\"")).Replace("\\u002B", "+", StringComparison.Ordinal));

        [Fact]
        public void The_form_with_a_blank_is_read_and_written()
        {
            var converter = new TimestampConverter(' ');
            var time = Read(converter, "\"2014-06-05 09:53:28.851859+00:00\"");

            Assert.Equal(new DateTimeOffset(2014, 6, 5, 9, 53, 28, TimeSpan.Zero).AddTicks(8518590), time);
            Assert.Equal("\"2014-06-05 09:53:28.851859+00:00\"", Write(converter, time).Replace("\\u002B", "+", StringComparison.Ordinal));
        }

        [Theory]
        [InlineData("\"1401961508\"")]
        [InlineData("1401961508")]
        public void Unix_seconds_are_read(string json) => Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(1401961508), Read(new TimestampConverter(), json));

        [Theory]
        [InlineData("\"yesterday\"")]
        [InlineData("99999999999999")]
        [InlineData("{}")]
        public void What_is_no_time_is_an_error(string json) => Assert.Throws<JsonException>(() => Read(new TimestampConverter(), json));
    }

    public class References
    {
        private const string Uuid = "3d504199-6bac-4612-a19e-691c9c6c6728";

        [Theory]
        [InlineData($"\"{Uuid}\"")]
        [InlineData($$"""{"resource_uri":"/api/2.0/drives/{{Uuid}}/","uuid":"{{Uuid}}"}""")]
        [InlineData($$"""{"uuid":"{{Uuid}}"}""")]
        [InlineData($$"""{"uuid":"{{Uuid}}","name":"extra","n":null}""")]
        public void A_reference_is_read_in_every_form_and_written_as_it_came(string json)
        {
            var reference = Read(new ResourceReferenceConverter(), json);

            Assert.Equal(Guid.Parse(Uuid), reference.Uuid);
            Assert.Equal(json, Write(new ResourceReferenceConverter(), reference));
        }

        [Fact]
        public void A_reference_by_address_alone_is_read() =>
            Assert.Equal(Guid.Parse(Uuid), Read(new ResourceReferenceConverter(), $$"""{"resource_uri":"/api/2.0/drives/{{Uuid}}/"}""").Uuid);

        [Fact]
        public void A_reference_made_from_a_uuid_is_written_as_text() =>
            Assert.Equal($"\"{Uuid}\"", Write<ResourceReference>(new ResourceReferenceConverter(), Guid.Parse(Uuid)));

        [Theory]
        [InlineData("\"not-a-uuid\"")]
        [InlineData("5")]
        public void What_is_no_reference_is_an_error(string json) => Assert.Throws<JsonException>(() => Read(new ResourceReferenceConverter(), json));

        [Theory]
        [InlineData("\"203.0.113.7\"")]
        [InlineData("""{"resource_uri":"/api/2.0/ips/203.0.113.7/","uuid":"203.0.113.7"}""")]
        public void An_address_is_read_in_every_form_and_written_as_it_came(string json)
        {
            var reference = Read(new IPAddressReferenceConverter(), json);

            Assert.Equal(IPAddress.Parse("203.0.113.7"), reference.Address);
            Assert.Equal(json, Write(new IPAddressReferenceConverter(), reference));
        }

        [Theory]
        [InlineData("\"/api/2.0/drives/x/\"")]
        [InlineData($$"""{"resource_uri":"/api/2.0/drives/x/","uuid":"{{Uuid}}"}""")]
        public void A_resource_uri_is_read_in_every_form_and_written_as_it_came(string json)
        {
            var uri = Read(new ResourceUriConverter(), json);

            Assert.Equal("/api/2.0/drives/x/", uri.Path);
            Assert.Equal(json, Write(new ResourceUriConverter(), uri));
        }
    }

    public class Open_enums
    {
        [Theory]
        [InlineData("validation")]
        [InlineData("something new")]
        [InlineData("with \u00fc and \"quotes\"")]
        public void Known_and_unknown_values_survive(string text)
        {
            var converter = new OpenEnumConverter<ApiErrorType>();
            var value = Read(converter, JsonSerializer.Serialize(text));

            Assert.Equal(text, value.Value);
            Assert.Equal(new ApiErrorType(text), value);
            Assert.Equal(value, Read(converter, Write(converter, value)));
        }

        [Fact]
        public void The_default_and_the_empty_text_are_the_same() => Assert.Equal(default, new ApiErrorType(""));

        [Fact]
        public void A_number_is_no_open_enum() => Assert.Throws<JsonException>(() => Read(new OpenEnumConverter<ApiErrorType>(), "1"));
    }

    public class Envelopes
    {
        private static readonly string One = """{"uuid":"00000001-0000-0000-0000-000000000000","name":"a"}""";

        [Theory]
        [InlineData("""{"objects":[@]}""", 1)]
        [InlineData("""{"objects":[@,@]}""", 2)]
        [InlineData("""{"meta":{"a":[1]},"objects":[@],"price":"1"}""", 1)]
        [InlineData("[@,@]", 2)]
        [InlineData("@", 1)]
        [InlineData("""{"objects":@}""", 1)]
        [InlineData("""{"objects":[]}""", 0)]
        public void Objects_are_found_in_every_form(string form, int count)
        {
            var json = System.Text.Encoding.UTF8.GetBytes(form.Replace("@", One, StringComparison.Ordinal));

            var items = EnvelopeReader.Read(json, TestJson.Context.TestItem);

            Assert.Equal(count, items.Count);
            Assert.All(items, i => Assert.Equal("a", i.Name));
        }

        [Theory]
        [InlineData("""{"objects":null}""")]
        [InlineData("""{"objects":[null]}""")]
        [InlineData("42")]
        [InlineData("""{"objects":[""")]
        public void Everything_else_is_an_error(string json) =>
            Assert.ThrowsAny<JsonException>(() => EnvelopeReader.Read(System.Text.Encoding.UTF8.GetBytes(json), TestJson.Context.TestItem));
    }
}
