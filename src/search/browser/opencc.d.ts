declare module 'opencc-js/dict/TSCharacters' {
  /** `㑯 㑔|㑳 㑇|…`: a traditional character and its simplified forms. */
  const table: string;
  export default table;
}
